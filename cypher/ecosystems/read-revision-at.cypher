MATCH (e:Ecosystem {key: $key})
WHERE e.revision > 0 AND e.deletedAt IS NULL
OPTIONAL MATCH (c:Change {ecosystem: $key})
WHERE c.revision > 0 AND c.at <= $at
RETURN max(c.revision) AS revision, e.headsFrom AS headsFrom
