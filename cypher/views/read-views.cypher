MATCH (v:View {ecosystem: $ecosystem})
WHERE v.key IS NOT NULL
RETURN v.key AS key, v.name AS name, v.caption AS caption, v.state AS state, v.version AS version, v.by AS by, v.at AS at, v.position AS position
ORDER BY position, key
