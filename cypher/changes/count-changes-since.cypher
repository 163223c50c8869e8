MATCH (c:Change {ecosystem: $ecosystem})
WHERE c.revision > $after
RETURN count(c) AS changes, coalesce(sum(c.created + c.updated + c.removed), 0) AS records
