UNWIND range(0, size($rows) - 1) AS place
WITH place, $rows[place] AS row
CALL (row) {
  MATCH (r:RecordChange {ecosystem: row.ecosystem, revision: row.revision})
  WHERE r.kind >= row.kind
  WITH r, row, r.keys AS keys
  UNWIND range(0, size(keys) - 1) AS at
  WITH r, row, at, keys[at] AS key
  WHERE r.kind > row.kind OR key > row.key
  RETURN r, at, key
  ORDER BY r.kind, key
  LIMIT toInteger($most)
}
RETURN place, r.kind AS kind, key, r.before[at] AS before, r.after[at] AS after
ORDER BY place, kind, key
