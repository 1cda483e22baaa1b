package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.FindingSink;
import io.github.mavenhardening.core.finding.Finding;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.OtherBuilds;

/** Takes findings of other builds than the root's: those of examples and tests, which release nothing, are of low severity. */
record ExampleSink(CheckContext context) implements FindingSink {

    @Override
    public void add(Finding finding) {
        boolean isExample = OtherBuilds.isExample(finding.primary().path());
        context.report(isExample ? finding.withSeverity(Severity.LOW) : finding);
    }
}
