package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.build.BuildDescription;
import io.github.mavenhardening.core.check.Check;
import io.github.mavenhardening.core.check.CheckContext;
import io.github.mavenhardening.core.check.CheckInfo;
import io.github.mavenhardening.core.check.Family;
import io.github.mavenhardening.core.check.FindingSink;
import io.github.mavenhardening.core.finding.Severity;

/** Something checked in, or in the environment, makes the build verify less than its POM promises. */
@AutoService(Check.class)
@CheckInfo(
        id = "verification-bypass",
        title = "A switch that makes the build verify less",
        family = Family.DEPENDENCIES,
        severity = Severity.HIGH,
        silence = CheckInfo.Silence.BY_EXCEPTION,
        sources = {
            "https://maven.apache.org/configure.html",
            "https://maven.apache.org/resolver/configuration.html",
            "https://maven.apache.org/extensions/maven-build-cache-extension/how-to.html"
        })
public final class VerificationBypass implements BuildCheck {

    @Override
    public void check(BuildDescription build, CheckContext context, FindingSink sink) {
        LaunchSwitches launch = new LaunchSwitches(this, context, sink);
        launch.check(build);
        new PomSwitches(this, context, launch.profiles(), sink).check(build.files());
        new LockElsewhere(this).check(build, context, sink);
        new BuildCacheRule(this).check(build, sink);
    }
}
