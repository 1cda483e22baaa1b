package io.github.mavenhardening.core.run;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.Checks;
import io.github.mavenhardening.core.api.Family;

/** The audit of one family, from the repository to findings: finds the files, builds the models, hands them to the checks. */
public interface Audit {

    Family family();

    /**
     * Runs those of the checks that are of the family.
     *
     * @throws io.github.mavenhardening.core.api.ConfigurationException when a check's options cannot be taken
     */
    AuditResult run(CheckContext context, Checks checks);
}
