package io.github.mavenhardening.core.audit;

import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.Checks;
import io.github.mavenhardening.core.check.Family;

/** One family's way from the repository to findings: finds the files, builds the models, hands them to the checks. */
public interface Audit {

    Family family();

    /**
     * Runs every check of the family, whatever the policy makes of its findings.
     *
     * @throws io.github.mavenhardening.core.check.ConfigurationException when a check's options cannot be taken
     */
    AuditResult run(CheckContext context, Checks checks);
}
