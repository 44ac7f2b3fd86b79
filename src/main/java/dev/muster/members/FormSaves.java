package dev.muster.members;

import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Saves what people enter in forms, each in a transaction of its own. */
@Component
class FormSaves {

    private final TransactionOperations transactions;

    FormSaves(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /**
     * Saves a form. Someone who saves the same name in the same moment makes the database refuse: then it is tried once
     * more, and the rules say why.
     *
     * @param attempt looks at the rules and saves; called within the transaction
     * @throws DataIntegrityViolationException where the database refuses the second attempt too
     */
    <T> SaveOutcome<T> save(Supplier<SaveOutcome<T>> attempt) {
        try {
            return transactions.execute(_ -> attempt.get());
        } catch (DataIntegrityViolationException _) {
            return transactions.execute(_ -> attempt.get());
        }
    }
}
