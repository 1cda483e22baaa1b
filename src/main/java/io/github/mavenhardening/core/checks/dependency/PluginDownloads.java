package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plugin that is declared downloads by itself, past Maven, so that no lock has it: as of November 2026. */
final class PluginDownloads {

    private static final Pattern REMOTE = Pattern.compile("(?i)(?:https?|ftp)://.*");

    private static final Set<String> STRONG = Set.of("sha256", "sha512");
    private static final Set<String> WEAK = Set.of("md5", "sha1");

    private static final String ARTIFACT = "Take it from a Maven repository as an artifact, which the lock has";

    private final Declaration plugin;
    private final List<Download> found = new ArrayList<>();

    /**
     * A download whose bytes nobody compares.
     *
     * @param place the element that asks for it
     * @param does what the plugin does, a predicate
     * @param remedy what to do instead
     * @param isCompared whether a digest is compared all the same, by an algorithm for which collisions are known
     */
    record Download(XmlElement place, String does, String remedy, boolean isCompared) {}

    private PluginDownloads(Declaration plugin) {
        this.plugin = plugin;
    }

    static List<Download> of(Declaration plugin) {
        PluginDownloads downloads = new PluginDownloads(plugin);
        switch (plugin.key()) {
            case "com.github.eirslett:frontend-maven-plugin" -> downloads.frontend();
            case "com.googlecode.maven-download-plugin:download-maven-plugin",
                    "io.github.download-maven-plugin:download-maven-plugin" -> downloads.files();
            case "io.github.ascopes:protobuf-maven-plugin" -> downloads.programs();
            case "org.openapitools:openapi-generator-maven-plugin",
                    "io.swagger:swagger-codegen-maven-plugin",
                    "io.swagger.codegen.v3:swagger-codegen-maven-plugin" -> downloads.specifications();
            case "org.graalvm.buildtools:native-maven-plugin" -> downloads.reachabilityMetadata();
            case "org.codehaus.mojo:exec-maven-plugin" -> {
                downloads.browsers();
                downloads.programsThatLoad();
            }
            case "org.codehaus.gmavenplus:gmavenplus-plugin",
                    "org.codehaus.gmaven:groovy-maven-plugin",
                    "org.codehaus.gmaven:gmaven-plugin" -> downloads.scripts();
            case "org.apache.maven.plugins:maven-antrun-plugin" -> downloads.antTasks();
            default -> {
                // Others take what they need from repositories, or are not known here.
            }
        }
        return downloads.found;
    }

    /** Node.js and what is installed beside it: the plugin has no parameter for a digest. */
    private void frontend() {
        for (XmlElement execution : plugin.executions()) {
            for (XmlElement goal : execution.childrenAt("goals")) {
                if (goal.text().startsWith("install-")) {
                    add(
                            goal,
                            "downloads a JavaScript runtime by the goal '" + goal.text()
                                    + "' and cannot compare its digest",
                            "Lock what it installs by 'mvn verify hardening:lock', or install it before the build, by an"
                                    + " action pinned to a commit or in an image pinned to a digest, and let the build run"
                                    + " that one");
                }
            }
        }
    }

    private void files() {
        for (XmlElement configuration : configurations()) {
            Optional<XmlElement> url = configuration.child("url");
            url = url.isPresent() ? url : configuration.child("uri");
            if (url.isPresent() && isRemote(url.get()) && !has(configuration, STRONG)) {
                boolean isCompared = has(configuration, WEAK);
                found.add(new Download(
                        url.get(),
                        isCompared
                                ? "compares a file that it downloads by MD5 or SHA-1 alone"
                                : "downloads a file and compares no digest",
                        "Set 'sha256' beside the address",
                        isCompared));
            }
        }
    }

    /** Compilers and their plugins by address, each of which may have a digest. */
    private void programs() {
        List<XmlElement> all = configurations();
        all.addAll(below(all));
        for (XmlElement around : all) {
            for (XmlElement address : around.children()) {
                String digest = address.name().equals("protoc") ? "protocDigest" : "digest";
                boolean isAddress =
                        address.name().equals("url") || address.name().equals("protoc");
                if (isAddress && isRemote(address) && around.childText(digest).isEmpty()) {
                    add(
                            address,
                            "downloads a program that it runs and compares no digest",
                            "Set '" + digest + "' beside the address, or take the program from a Maven repository");
                }
            }
        }
    }

    private void specifications() {
        for (XmlElement configuration : configurations()) {
            Optional<XmlElement> spec = configuration.child("inputSpec");
            if (spec.isPresent() && isRemote(spec.get())) {
                add(
                        spec.get(),
                        "makes code of a description that it downloads, whose digest it cannot compare",
                        "Check the description in, or take it from a Maven repository as an artifact");
            }
        }
    }

    private void reachabilityMetadata() {
        for (XmlElement configuration : configurations()) {
            Optional<XmlElement> url = configuration.at("metadataRepository", "url");
            if (url.isPresent() && isRemote(url.get())) {
                add(url.get(), "downloads reachability metadata, whose digest it cannot compare", ARTIFACT);
            }
        }
    }

    /** Playwright's own installer. */
    private void browsers() {
        for (XmlElement configuration : configurations()) {
            Optional<XmlElement> main = configuration.child("mainClass");
            if (main.isPresent() && main.get().text().equals("com.microsoft.playwright.CLI")) {
                boolean installs = configuration.childrenAt("arguments").stream()
                        .anyMatch(argument -> argument.text().equals("install"));
                if (installs) {
                    add(
                            main.get(),
                            "lets Playwright download browsers that tests run, and no digest of them is compared",
                            "Run the tests in Playwright's image, pinned to a digest, which has the browsers");
                }
            }
        }
    }

    /** Curl, wget, and shells that call them. */
    private void programsThatLoad() {
        for (XmlElement program : ProgramDownloads.ofPrograms(plugin, configurations())) {
            add(
                    program,
                    "runs a program that downloads a file, and none of its programs compares a digest",
                    "Take the file by 'download-maven-plugin' with 'sha256', or from a Maven repository as an artifact");
        }
    }

    private void scripts() {
        for (XmlElement script : ProgramDownloads.ofScripts(configurations())) {
            add(
                    script,
                    "runs a script that opens an address and starts a program, and compares no digest",
                    "Take what it downloads by 'download-maven-plugin' with 'sha256', or from a Maven repository as an"
                            + " artifact");
        }
    }

    /** Files that Ant gets, unless a task of the same target compares a checksum. */
    private void antTasks() {
        for (XmlElement configuration : configurations()) {
            for (XmlElement target : configuration.children()) {
                List<XmlElement> tasks = below(List.of(target));
                boolean isCompared = tasks.stream()
                        .anyMatch(task -> task.name().equals("checksum")
                                && task.attributes().containsKey("property"));
                for (XmlElement task : tasks) {
                    String source = task.attributes().getOrDefault("src", "");
                    if (task.name().equals("get")
                            && !isCompared
                            && REMOTE.matcher(plugin.pom().resolve(source).value())
                                    .matches()) {
                        add(
                                task,
                                "gets a file by an Ant task, and no task compares its digest",
                                "Compare its SHA-256 by the task 'checksum' with 'property' and 'verifyproperty', and fail"
                                        + " where it differs");
                    }
                }
            }
        }
    }

    private void add(XmlElement place, String does, String remedy) {
        found.add(new Download(place, does, remedy, false));
    }

    /** Those of the executions, then the plugin's own. */
    private List<XmlElement> configurations() {
        List<XmlElement> configurations = new ArrayList<>();
        for (XmlElement execution : plugin.executions()) {
            execution.child("configuration").ifPresent(configurations::add);
        }
        plugin.element().child("configuration").ifPresent(configurations::add);
        return configurations;
    }

    /** Whether a configuration has one of those, or the plugin's own, which each execution gets too. */
    private boolean has(XmlElement configuration, Set<String> names) {
        Optional<XmlElement> own = plugin.element().child("configuration");
        return names.stream()
                .anyMatch(name -> configuration.childText(name).isPresent()
                        || (own.isPresent() && own.get().childText(name).isPresent()));
    }

    private boolean isRemote(XmlElement element) {
        return REMOTE.matcher(plugin.pom().resolve(element.text()).value()).matches();
    }

    private static List<XmlElement> below(List<XmlElement> elements) {
        List<XmlElement> below = new ArrayList<>();
        Deque<XmlElement> open = new ArrayDeque<>(elements);
        while (!open.isEmpty()) {
            for (XmlElement child : open.remove().children()) {
                below.add(child);
                open.add(child);
            }
        }
        return below;
    }
}
