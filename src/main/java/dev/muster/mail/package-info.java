/** Letters: written in the transaction that decides to send them, kept in the outbox, delivered by a job. */
@ApplicationModule(allowedDependencies = {"common", "security"})
@NullMarked
package dev.muster.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
