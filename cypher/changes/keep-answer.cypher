CREATE (:Answer {who: $who, idempotencyKey: $idempotencyKey, answer: $answer, fingerprint: $fingerprint})
