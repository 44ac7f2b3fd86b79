/** The REST API: each request becomes calls of the features' own services, each refusal a problem detail. */
@ApplicationModule(allowedDependencies = {"common", "security", "members", "invitations", "imports"})
@NullMarked
package dev.muster.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
