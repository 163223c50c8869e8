MATCH (e:Ecosystem {key: $ecosystem})
CALL (e) { MATCH (c:Change {ecosystem: e.key}) WHERE c.revision >= 0 DELETE c }
CALL (e) { MATCH (v:View {ecosystem: e.key}) WHERE v.key IS NOT NULL DELETE v }
CALL (e) { MATCH (i:ImportMapping {ecosystem: e.key}) WHERE i.shape IS NOT NULL DELETE i }
CALL (e) { MATCH (m:MergedKey {ecosystem: e.key}) WHERE m.recordKind IS NOT NULL AND m.key IS NOT NULL DELETE m }
DELETE e
