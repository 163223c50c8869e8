MATCH (a:Answer {who: $who, idempotencyKey: $idempotencyKey})
RETURN a.answer AS answer, a.fingerprint AS fingerprint
