package dev.muster.invitations.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import dev.muster.common.ui.Icons;
import dev.muster.common.ui.Toasts;
import dev.muster.mail.TestAnswer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Sends a mail to oneself and says, where {@link #answer} stands, what the mail server answered. */
final class TestMailButton extends Composite<Button> {

    private final Span answer = new Span();

    /**
     * Creates the button.
     *
     * @param send sends the mail; empty where there is nothing to be sent
     */
    TestMailButton(Supplier<Optional<CompletableFuture<TestAnswer>>> send) {
        getContent().setText(getTranslation("invitations.email.test"));
        getContent().setIcon(Icons.SEND.create());
        getContent().addClassName("aura-accent-neutral");
        answer.addClassName("email-answer");
        answer.getElement().setAttribute("role", "status");

        getContent().addClickListener(_ -> send.get().ifPresent(this::wait));
    }

    /** Returns where the answer is shown; to be placed near the button. */
    Span answer() {
        return answer;
    }

    private void wait(CompletableFuture<TestAnswer> coming) {
        answer.setText("");
        getContent().setEnabled(false);
        getContent().setText(getTranslation("invitations.email.test-sending"));
        var ui = getUI().orElseThrow();
        // The mail server may take its time, and a binding cannot wait for it: the answer comes on another thread.
        SerializableConsumer<TestAnswer> show = ui.accessLater(this::show, () -> {});
        SerializableConsumer<Throwable> fail = ui.accessLater(this::fail, () -> {});
        var _ = coming.whenComplete((said, failure) -> {
            if (failure == null) {
                show.accept(said);
            } else {
                fail.accept(failure);
            }
        });
    }

    private void show(TestAnswer said) {
        ready();
        answer.setText(getTranslation("invitations.email.test." + said.state(), said.words()));
    }

    private void fail(Throwable failure) {
        ready();
        Toasts.error(getTranslation("invitations.email.test-failed"));
        throw new IllegalStateException("The test mail could not be sent.", failure);
    }

    private void ready() {
        getContent().setEnabled(true);
        getContent().setText(getTranslation("invitations.email.test"));
    }
}
