/** Offers to join: one invitation, one person. */
@ApplicationModule(allowedDependencies = {"common", "security", "members", "mail", "mail :: states"})
@NullMarked
package dev.muster.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
