MATCH (s:ImportSource)
WHERE s.dueAt <= $now
RETURN s.key AS key
LIMIT 1
