UNWIND $rows AS row
MATCH (r:Record {ecosystem: $ecosystem, recordKind: row.kind}) WHERE r.identity IS NOT NULL
WITH row.kind AS kind, collect([field IN row.fields | r[field]]) AS list
UNWIND range(0, size(list) - 1, 50) AS at
RETURN kind, list[at..at + 50] AS rows
