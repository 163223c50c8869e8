MATCH (a:Answer {who: $who, idempotencyKey: $idempotencyKey})
RETURN a.answer AS answer, a.hash AS hash
