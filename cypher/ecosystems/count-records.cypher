MATCH (c:Change {ecosystem: $ecosystem})
WHERE c.revision > 0
RETURN coalesce(sum(c.created - c.removed), 0) AS records
