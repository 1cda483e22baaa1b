package io.github.mavenhardening.core.checks.dependency;

import com.google.auto.service.AutoService;
import io.github.mavenhardening.core.api.BuildCheck;
import io.github.mavenhardening.core.api.Check;
import io.github.mavenhardening.core.api.CheckContext;
import io.github.mavenhardening.core.api.CheckInfo;
import io.github.mavenhardening.core.checks.dependency.PluginDownloads.Download;
import io.github.mavenhardening.core.dependency.BuildDescription;
import io.github.mavenhardening.core.finding.Severity;
import io.github.mavenhardening.core.pom.Declaration;

/** A plugin downloads past Maven, and nobody compares the bytes: neither the lock nor a digest in the POM. */
@AutoService(Check.class)
@CheckInfo(
        id = "unverified-plugin-download",
        title = "A plugin downloads a file that neither the lock nor a digest holds",
        severity = Severity.MEDIUM,
        sources = {
            "https://github.com/eirslett/frontend-maven-plugin/pull/1119",
            "https://github.com/maven-download-plugin/maven-download-plugin",
            "https://ascopes.github.io/protobuf-maven-plugin/",
            "https://ant.apache.org/manual/Tasks/checksum.html"
        })
public final class UnverifiedPluginDownload implements BuildCheck {

    @Override
    public void check(BuildDescription build, CheckContext context) {
        for (Declaration declaration : build.files().declarations()) {
            boolean isPlugin = declaration.kind() == Declaration.Kind.PLUGIN;
            // What is managed has an effect where a POM uses the plugin.
            boolean isUsed = isPlugin
                    || (declaration.kind() == Declaration.Kind.MANAGED_PLUGIN
                            && build.files().uses(declaration.key()));
            // Of what is locked, the bytes are compared when the plugin has run.
            if (isUsed && !build.installing().contains(declaration.key())) {
                report(declaration, context);
            }
        }
    }

    private void report(Declaration plugin, CheckContext context) {
        for (Download download : PluginDownloads.of(plugin)) {
            context.report(at(plugin.pom().at(download.place()))
                    .severity(download.isCompared() ? Severity.LOW : info().severity())
                    .message("The plugin '" + plugin.artifactId() + "' " + download.does())
                    .remedy(download.remedy())
                    .subject(plugin.artifactId() + ' ' + download.place().text()));
        }
    }
}
