package io.github.mavenhardening.maven.goal;

import io.github.mavenhardening.core.file.AtomicFile;
import io.github.mavenhardening.core.finding.Count;
import io.github.mavenhardening.core.finding.Sanitizer;
import io.github.mavenhardening.core.report.ReportWriter;
import io.github.mavenhardening.core.report.aggregate.Aggregate;
import io.github.mavenhardening.core.report.aggregate.AggregateJson;
import io.github.mavenhardening.core.report.aggregate.ReportFiles;
import io.github.mavenhardening.core.report.page.AggregatePage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Merges the JSON reports of many repositories into one page, <code>hardening-aggregate.html</code>, and one JSON file. Several
 * reports of one repository become a line over time, in the order of their files' names.
 */
@Mojo(name = "aggregate", requiresProject = false, aggregator = true, threadSafe = true)
public final class AggregateMojo extends GoalMojo {

    /** The folder that the JSON reports lie in, wherever in it. */
    @Parameter(property = "hardening.reports")
    private File reports;

    /** Where the page and the JSON file go. */
    @Parameter(property = "hardening.outputDirectory", defaultValue = "${project.build.directory}/hardening-aggregate")
    private File outputDirectory;

    @Override
    void run() throws MojoExecutionException {
        if (reports == null) {
            throw new MojoExecutionException(
                    "Name the folder that the JSON reports lie in: -Dhardening.reports=FOLDER");
        }
        try {
            if (!reports.isDirectory()) {
                throw new MojoExecutionException("There is no folder " + reports + " to read reports from");
            }
            Aggregate aggregate = ReportFiles.in(reports.toPath());
            aggregate
                    .unread()
                    .forEach((file, reason) -> getLog().warn(Sanitizer.line("Not read: " + file + ": " + reason)));
            if (aggregate.repositories().isEmpty()) {
                throw new MojoExecutionException("There is no JSON report in " + reports);
            }
            Path folder = filledIn(outputDirectory);
            Files.createDirectories(folder);
            AtomicFile.write(
                    folder.resolve("hardening-aggregate.html"),
                    AggregatePage.encode(aggregate, execution().getVersion()));
            AtomicFile.write(
                    folder.resolve(ReportFiles.OWN),
                    AggregateJson.encode(aggregate, execution().getVersion()));
            int all = aggregate.repositories().size();
            String shown = new ReportWriter(folder.toAbsolutePath())
                    .folderFrom(Path.of(session().getExecutionRootDirectory()).toAbsolutePath())
                    .replace(File.separatorChar, '/');
            getLog().info(Count.of(all, "repositories") + ", " + (all - aggregate.passed()) + " failed: " + shown
                    + "/hardening-aggregate.html (also .json)");
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot aggregate the reports in " + reports + ": " + e.getMessage(), e);
        }
    }
}
