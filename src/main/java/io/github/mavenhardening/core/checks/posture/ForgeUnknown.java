package io.github.mavenhardening.core.checks.posture;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.api.PostureCheck;
import io.github.mavenhardening.core.checks.forge.ForgeView;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.forge.FlatSettings;
import io.github.mavenhardening.core.forge.Known;
import java.util.Map;
import java.util.Optional;

/** A setting that the snapshot does not know, for teams to which that is as bad as one that is wrong. */
@AutoService(Check.class)
@CheckInfo(
        id = "forge-unknown",
        title = "A setting of the forge is unknown to its snapshot",
        severity = Severity.MEDIUM,
        enabledByDefault = false,
        sources = {
            "https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens",
            "https://docs.gitlab.com/user/permissions/"
        })
public final class ForgeUnknown implements PostureCheck {

    @Override
    public void check(CheckContext in) {
        Optional<ForgeView> forge = ForgeView.of(this, in);
        if (forge.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Known<String>> setting :
                FlatSettings.of(forge.get().settings()).entrySet()) {
            Known<String> known = setting.getValue();
            if (known.value().isEmpty() && !known.reason().startsWith("not asked")) {
                in.report(at(forge.get().at(setting.getKey().split(" / ")))
                        .message("'" + setting.getKey() + "' is unknown: " + known.reason())
                        .remedy("Take the snapshot with a token that may read this setting")
                        .subject(setting.getKey()));
            }
        }
    }
}
