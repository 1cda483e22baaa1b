package io.github.mavenhardening.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.model.ReportPlugin;
import org.apache.maven.model.Reporting;
import org.junit.jupiter.api.Test;

class ReportPluginsTest {

    private static ReportPlugin report(String artifactId, String version) {
        ReportPlugin report = new ReportPlugin();
        report.setArtifactId(artifactId);
        report.setVersion(version);
        return report;
    }

    private static Plugin plugin(String artifactId, String version) {
        Plugin plugin = new Plugin();
        plugin.setArtifactId(artifactId);
        plugin.setVersion(version);
        return plugin;
    }

    @Test
    void knowsThoseToWhichReportOrBuildGivesAVersion() {
        Model model = new Model();
        assertThat(ReportPlugins.withoutVersion(model)).isEmpty();
        model.setReporting(new Reporting());
        for (ReportPlugin each : new ReportPlugin[] {
            report("own", "1"),
            report("built", null),
            report("managed", null),
            report("none", null),
            report("bare", null)
        }) {
            model.getReporting().addPlugin(each);
        }
        assertThat(ReportPlugins.withoutVersion(model)).hasSize(4);
        model.setBuild(new Build());
        model.getBuild().addPlugin(plugin("built", "2"));
        model.getBuild().addPlugin(plugin("bare", null));
        model.getBuild().setPluginManagement(new PluginManagement());
        model.getBuild().getPluginManagement().addPlugin(plugin("managed", "3"));
        assertThat(ReportPlugins.withoutVersion(model))
                .containsExactly("org.apache.maven.plugins:bare", "org.apache.maven.plugins:none");
        assertThat(ReportPlugins.withVersion(model))
                .extracting(Object::toString)
                .containsExactly(
                        "org.apache.maven.plugins:own:jar:1",
                        "org.apache.maven.plugins:built:jar:2",
                        "org.apache.maven.plugins:managed:jar:3");
    }
}
