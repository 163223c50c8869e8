UNWIND range(0, size($rows) - 1) AS place
WITH place, $rows[place] AS row
CALL (row) {
  MATCH (r:RecordChange {ecosystem: row.ecosystem, kind: row.kind})
  WHERE r.bucket IN row.buckets AND r.revision < row.before AND row.key IN r.keys
  WITH r, row ORDER BY r.revision DESC
  WITH row, collect(r) AS found
  UNWIND found[..toInteger(row.first)] AS r
  RETURN r, r.keys AS keys
}
MATCH (c:Change {ecosystem: row.ecosystem, revision: r.revision})
WITH place, c, r, [at IN range(0, size(keys) - 1) WHERE keys[at] = row.key][0] AS at
RETURN place, c.revision AS revision, c.at AS at, c.who AS who, c.why AS why, r.before[at] AS before, r.after[at] AS after, coalesce(r.from[at], '') AS from
ORDER BY place, revision DESC
