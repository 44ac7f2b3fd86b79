/** From a CSV file to rows, from rows to outcomes, from outcomes to the database. */
@ApplicationModule(allowedDependencies = {"common", "security", "members", "invitations", "mail"})
@NullMarked
package dev.muster.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
