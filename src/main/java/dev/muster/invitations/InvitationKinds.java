package dev.muster.invitations;

import dev.muster.mail.LetterKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InvitationKinds {

    @Bean
    @Order(1)
    LetterKind invitationKind(InvitationLetters letters, InvitationReadiness readiness, JdbcClient jdbc) {
        return new InvitationKind(InvitationPurpose.INVITATION, letters, readiness, jdbc);
    }

    @Bean
    @Order(2)
    LetterKind reminderKind(InvitationLetters letters, InvitationReadiness readiness, JdbcClient jdbc) {
        return new InvitationKind(InvitationPurpose.REMINDER, letters, readiness, jdbc);
    }
}
