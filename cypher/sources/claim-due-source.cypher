MATCH (s:ImportSource)
WHERE s.dueAt <= $now
WITH s LIMIT 1
SET s.locked = true
WITH s
REMOVE s.locked
WITH s
WHERE s.dueAt <= $now
SET s.dueAt = $next
RETURN s {.*} AS source
