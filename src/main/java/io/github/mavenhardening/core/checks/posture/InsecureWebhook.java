package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.ForgeSnapshot.Hook;
import java.util.List;
import java.util.Optional;

/** A hook that sends events to whoever answers in the host's place. */
@AutoService(Check.class)
@CheckInfo(
        id = "insecure-webhook",
        title = "A webhook sends events without verifying whom it sends them to",
        severity = Severity.MEDIUM,
        sources = {
            "https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks",
            "https://docs.gitlab.com/user/project/integrations/webhooks/"
        })
public final class InsecureWebhook implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> forge = ForgeView.of(this, in);
        if (forge.isEmpty()) {
            return;
        }
        Optional<List<Hook>> hooks =
                forge.get().value("'hooks'", forge.get().settings().hooks());
        if (hooks.isEmpty()) {
            return;
        }
        for (Hook hook : hooks.get()) {
            if (hook.active() && hook.insecureTls()) {
                in.report(at(forge.get().at("hooks"))
                        .message("The webhook to '" + hook.host()
                                + "' sends events without TLS, or without verifying the certificate")
                        .remedy("Give it an https address, and enable SSL verification")
                        .subject(hook.host()));
            }
        }
    }
}
