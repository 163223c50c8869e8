MATCH (c:Change {ecosystem: $ecosystem})
RETURN coalesce(sum(c.created - c.removed), 0) AS records
