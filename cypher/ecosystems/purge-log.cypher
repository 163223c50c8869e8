MATCH (c:RecordChange {ecosystem: $ecosystem})
WHERE c.revision >= 0
WITH c LIMIT 5000
DELETE c
RETURN count(c) AS removed
