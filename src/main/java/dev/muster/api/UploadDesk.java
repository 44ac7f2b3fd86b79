package dev.muster.api;

import dev.muster.common.Catalogue;
import dev.muster.imports.ImportDesk;
import dev.muster.imports.NoRoomException;
import dev.muster.security.AccountId;
import dev.muster.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes files in, each with what is to be done with it; a request that is repeated with its key is not done again. */
@Component
class UploadDesk {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final UploadParts parts;
    private final ImportDesk imports;
    private final ImportStart starting;
    private final RequestKeys keys;
    private final Context context;

    UploadDesk(UploadParts parts, ImportDesk imports, ImportStart starting, RequestKeys keys, Context context) {
        this.parts = parts;
        this.imports = imports;
        this.starting = starting;
        this.keys = keys;
        this.context = context;
    }

    /** What every request happens in. */
    @Component
    record Context(CurrentUser user, TransactionOperations transactions, Catalogue texts) {}

    /**
     * Takes an upload in and starts what it asks for.
     *
     * @param key null for a request that is done however often it comes
     * @throws org.springframework.web.ErrorResponseException where the request is wrong; nothing is left behind then
     */
    @PreAuthorize("hasRole('MANAGER')")
    public Answer take(HttpServletRequest request, @Nullable String key) {
        AccountId account = context.user().get().id();
        requireSound(key);
        Optional<RequestKeys.Done> before = key == null ? Optional.empty() : keys.find(account, key);
        var upload = new Upload(imports);
        try {
            Map<String, String> fields = parts.read(request, upload);
            String fingerprint = upload.fingerprint(fields);
            if (before.isPresent()) {
                upload.discard();
                return again(before.get(), fingerprint);
            }
            Supplier<Answer> work = starting.prepare(upload, fields, request.getRequestURI());
            return key == null ? inTransaction(work) : once(account, key, fingerprint, upload, work);
        } catch (NoRoomException e) {
            upload.discard();
            Catalogue texts = context.texts();
            throw Problems.of(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    texts.text("imports.file.no-room") + ' ' + texts.text("imports.file.no-room.explanation"));
        } catch (RuntimeException e) {
            upload.discard();
            throw e;
        }
    }

    private Answer once(AccountId account, String key, String fingerprint, Upload upload, Supplier<Answer> work) {
        try {
            return inTransaction(() -> {
                keys.claim(account, key, fingerprint);
                Answer answer = work.get();
                keys.answer(account, key, answer);
                return answer;
            });
        } catch (DuplicateKeyException e) {
            // The same request came twice at the same time, and the other one was quicker.
            RequestKeys.Done done = keys.find(account, key).orElseThrow(() -> e);
            upload.discard();
            return again(done, fingerprint);
        }
    }

    private Answer inTransaction(Supplier<Answer> work) {
        return Objects.requireNonNull(context.transactions().execute(_ -> work.get()));
    }

    private Answer again(RequestKeys.Done done, String fingerprint) {
        if (!done.fingerprint().equals(fingerprint)) {
            throw Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, context.texts().text("api.problem.key-reused"));
        }
        return done.answer();
    }

    private void requireSound(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            var findings = new Findings(context.texts());
            findings.wrong("Idempotency-Key", context.texts().text("api.expected.key"), key);
            findings.refuseIfAny();
        }
    }
}
