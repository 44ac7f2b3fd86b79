package dev.muster.invitations;

import dev.muster.common.AnotherTurn;
import dev.muster.common.BaseUrl;
import dev.muster.common.HubSettings;
import dev.muster.common.WhiteSpace;
import dev.muster.invitations.SendingSettings.Input;
import dev.muster.mail.MailSpeed;
import dev.muster.security.AuditDetail;
import dev.muster.security.AuditLog;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where administrators set how mail is sent. */
@Service
@AnotherTurn
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class EmailDesk {

    /** The longest that an invitation can work, but for ever. */
    public static final int MOST_DAYS = 3_650;

    private static final int LONGEST_NAME = 255;

    private final HubSettings hub;
    private final DefaultSender senders;
    private final InvitationSettings invitations;
    private final InvitationReadiness readiness;
    private final MailSpeed speed;
    private final AuditLog audit;

    EmailDesk(
            HubSettings hub,
            DefaultSender senders,
            InvitationSettings invitations,
            InvitationReadiness readiness,
            MailSpeed speed,
            AuditLog audit) {
        this.hub = hub;
        this.senders = senders;
        this.invitations = invitations;
        this.readiness = readiness;
        this.speed = speed;
        this.audit = audit;
    }

    /** Returns what is set. */
    @Transactional(readOnly = true)
    public SendingSettings settings() {
        return new SendingSettings(
                senders.find().map(Sender::account).orElse(null),
                hub.company().orElse(""),
                hub.find(HubSettings.BASE_URL).orElse(""),
                speed.perSecond(),
                invitations.expiryDays());
    }

    /** Returns who can be the default sender, by name. */
    @Transactional(readOnly = true)
    public List<Sender> senders() {
        return senders.all();
    }

    /** Returns what links start with while no base URL is saved: what the environment says, if it does. */
    @Transactional(readOnly = true)
    public Optional<String> urlOfTheEnvironment() {
        return hub.urlOfTheEnvironment();
    }

    /** Returns, in a sentence for people, why no invitation can go out; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle() {
        return readiness.obstacle();
    }

    /**
     * Saves {@code settings}, all or nothing.
     *
     * @return what is wrong, by key of the sentence about it; nothing where they are saved
     */
    @Transactional
    public Map<Input, String> save(SendingSettings settings) {
        Map<Input, String> problems = problems(settings);
        if (problems.isEmpty()) {
            SendingSettings before = settings();
            write(before, settings);
            audit.record("email.change", "settings", null, detail(before, settings()));
        }
        return problems;
    }

    private Map<Input, String> problems(SendingSettings settings) {
        var problems = new EnumMap<Input, String>(Input.class);
        boolean isKnown =
                senders.all().stream().anyMatch(sender -> sender.account().equals(settings.sender()));
        if (!isKnown) {
            problems.put(Input.SENDER, "invitations.email.problem.sender");
        }
        if (settings.company().length() > LONGEST_NAME) {
            problems.put(Input.COMPANY, "invitations.email.problem.company");
        }
        if (!WhiteSpace.isBlank(settings.baseUrl())
                && BaseUrl.parse(settings.baseUrl()).isEmpty()) {
            problems.put(Input.BASE_URL, "invitations.email.problem.base-url");
        }
        if (settings.perSecond() < 1 || settings.perSecond() > MailSpeed.HIGHEST) {
            problems.put(Input.PER_SECOND, "invitations.email.problem.per-second");
        }
        if (settings.expiryDays() < 0 || settings.expiryDays() > MOST_DAYS) {
            problems.put(Input.EXPIRY_DAYS, "invitations.email.problem.expiry");
        }
        return problems;
    }

    /** Writes only what changed: the rest goes on following the environment. */
    private void write(SendingSettings before, SendingSettings after) {
        if (!Objects.equals(before.sender(), after.sender())) {
            senders.choose(Objects.requireNonNull(after.sender()));
        }
        if (!before.company().equals(WhiteSpace.clean(after.company()))) {
            hub.save(HubSettings.COMPANY, WhiteSpace.clean(after.company()));
        }
        String url = BaseUrl.parse(after.baseUrl()).map(BaseUrl::value).orElse("");
        if (!url.equals(before.baseUrl())) {
            hub.save(HubSettings.BASE_URL, url);
        }
        if (before.perSecond() != after.perSecond()) {
            speed.change(after.perSecond());
        }
        if (before.expiryDays() != after.expiryDays()) {
            invitations.changeExpiry(after.expiryDays());
        }
    }

    private String detail(SendingSettings before, SendingSettings after) {
        return new AuditDetail(null, List.of())
                .with("Default sender", nameOf(before), nameOf(after))
                .with("Company", before.company(), after.company())
                .with("Base URL", before.baseUrl(), after.baseUrl())
                .with("Mails per second", before.perSecond(), after.perSecond())
                .with("Expiry in days", before.expiryDays(), after.expiryDays())
                .text();
    }

    private String nameOf(SendingSettings settings) {
        return senders.all().stream()
                .filter(sender -> sender.account().equals(settings.sender()))
                .map(Sender::name)
                .findFirst()
                .orElse("");
    }
}
