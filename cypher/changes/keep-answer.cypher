CREATE (:Answer {who: $who, idempotencyKey: $idempotencyKey, answer: $answer, hash: $hash})
