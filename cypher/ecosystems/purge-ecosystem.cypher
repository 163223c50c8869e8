MATCH (e:Ecosystem {key: $ecosystem})
CALL (e) { MATCH (c:Change {ecosystem: e.key}) WHERE c.revision >= 0 DELETE c }
CALL (e) { MATCH (v:View {ecosystem: e.key}) WHERE v.key IS NOT NULL DELETE v }
CALL (e) { MATCH (i:ImportMapping {ecosystem: e.key}) WHERE i.shape IS NOT NULL DELETE i }
CALL (e) { MATCH (f:ImportedFile {ecosystem: e.key}) WHERE f.file IS NOT NULL AND f.shape IS NOT NULL DELETE f }
CALL (e) { MATCH (s:ImportSource {ecosystem: e.key}) WHERE s.key IS NOT NULL DELETE s }
CALL (e) { MATCH (m:MergedKey {ecosystem: e.key}) WHERE m.recordKind IS NOT NULL AND m.key IS NOT NULL DELETE m }
DELETE e
