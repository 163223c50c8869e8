MATCH (e:Ecosystem)
WHERE e.deletedAt <= $until
RETURN e.key AS key
