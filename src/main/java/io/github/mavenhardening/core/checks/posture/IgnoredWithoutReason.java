package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.FindingSink;
import io.github.mavenhardening.core.api.Silence;
import io.github.mavenhardening.core.api.SilenceCheck;
import io.github.mavenhardening.core.finding.Persona;
import io.github.mavenhardening.core.finding.Severity;

/** A comment takes findings back and does not say why; an exception always does. */
@AutoService(Check.class)
@CheckInfo(
        id = "ignored-without-reason",
        title = "A comment takes findings back without a reason",
        severity = Severity.LOW,
        persona = Persona.PEDANTIC,
        sources = "https://docs.zizmor.sh/usage/#with-comments")
public final class IgnoredWithoutReason implements SilenceCheck {

    @Override
    public void check(Silence silence, FindingSink findings) {
        if (silence.reason().isBlank()) {
            findings.add(at(silence.place())
                    .message("The comment takes findings back and does not say why")
                    .remedy("Write the reason behind the bracket")
                    .subject("reason"));
        }
    }
}
