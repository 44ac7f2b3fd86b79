/** What members see: where they join and say no, their hub, their own profile. */
@ApplicationModule(allowedDependencies = {"common", "security", "security :: own-password", "members", "invitations"})
@NullMarked
package dev.muster.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
