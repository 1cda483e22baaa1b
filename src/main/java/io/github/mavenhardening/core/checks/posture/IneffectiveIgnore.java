package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.FindingSink;
import io.github.mavenhardening.core.api.Silence;
import io.github.mavenhardening.core.api.SilenceCheck;
import io.github.mavenhardening.core.finding.Severity;

/** An ignore comment or an exception is misspelt, expired, not allowed or takes nothing back. */
@AutoService(Check.class)
@CheckInfo(
        id = "ineffective-ignore",
        title = "A comment or an exception takes nothing back",
        severity = Severity.LOW,
        sources = "https://docs.zizmor.sh/usage/#with-comments")
public final class IneffectiveIgnore implements SilenceCheck {

    @Override
    public void check(Silence silence, FindingSink findings) {
        for (String trouble : silence.troubles()) {
            findings.add(at(silence.place())
                    .message("The " + silence.kind() + " " + trouble)
                    .remedy("Correct the " + silence.kind() + " or remove it")
                    .subject(trouble));
        }
    }
}
