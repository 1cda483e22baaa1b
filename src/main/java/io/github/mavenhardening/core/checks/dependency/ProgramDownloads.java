package io.github.mavenhardening.core.checks.dependency;

import io.github.mavenhardening.core.pom.Declaration;
import io.github.mavenhardening.core.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Downloads by programs and scripts that a plugin runs. */
final class ProgramDownloads {

    private static final Pattern LOADER = Pattern.compile("(?:.{0,200}[/\\\\])?(?:curl|wget)(?:\\.exe)?");
    private static final Pattern SHELL = Pattern.compile("(?:.{0,200}[/\\\\])?(?:ba|da|z|k)?sh(?:\\.exe)?");
    private static final Pattern CALL = Pattern.compile("\\b(?:curl|wget)\\s");
    private static final Pattern REMOTE = Pattern.compile("(?i)\\b(?:https?|ftp)://");

    /** A file that is written, or a program that reads what comes; the rest asks a service for something. */
    private static final Pattern WRITTEN =
            Pattern.compile("\\bwget\\b|\\s(?:-[a-zA-Z]{0,10}[oO]|--output|--remote-name)\\b"
                    + "|>\\s{0,5}[\\w$./{]|\\|\\s{0,5}(?:sudo )?(?:ba|da|z|k)?sh\\b|\\|\\s{0,5}tar\\b");

    private static final Pattern COMPARED = Pattern.compile(
            "(?i)\\bsha(?:256|512)sum\\b|\\bshasum\\b|\\bgpg\\b|\\bcosign\\b|\\bminisign\\b|\\bopenssl dgst\\b");

    /** What opens an address in Groovy, and what runs a program. */
    private static final Pattern OPENED =
            Pattern.compile("\\bnew URL\\b|\\bURI\\.create\\b|\\bnew URI\\b|\\.to(?:URL|URI)\\(");

    private static final Pattern EXECUTED = Pattern.compile("\\.execute\\(|\\bProcessBuilder\\b|\\bRuntime\\b");
    private static final Pattern DIGESTED =
            Pattern.compile("(?i)MessageDigest|DigestUtils|\\.digest\\(|sha-?(?:256|512)|checksum");

    private ProgramDownloads() {}

    /** The elements that ask {@code exec-maven-plugin} for a download, unless one of its programs compares what comes. */
    static List<XmlElement> ofPrograms(Declaration plugin, List<XmlElement> configurations) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement configuration : configurations) {
            String line = line(plugin, configuration);
            if (COMPARED.matcher(line).find()) {
                return List.of();
            }
            Optional<XmlElement> executable = configuration.child("executable");
            if (executable.isPresent() && loads(plugin, executable.get(), line)) {
                found.add(executable.get());
            }
        }
        return found;
    }

    private static boolean loads(Declaration plugin, XmlElement executable, String line) {
        String program = plugin.pom().resolve(executable.text()).value();
        boolean isLoader = LOADER.matcher(program).matches()
                || (SHELL.matcher(program).matches() && CALL.matcher(line).find());
        return isLoader && REMOTE.matcher(line).find() && WRITTEN.matcher(line).find();
    }

    /** What a program is called with, in one line. */
    private static String line(Declaration plugin, XmlElement configuration) {
        StringBuilder line = new StringBuilder();
        for (String part : List.of("executable", "commandlineArgs")) {
            line.append(plugin.pom()
                            .resolve(configuration.childText(part).orElse(""))
                            .value())
                    .append(' ');
        }
        for (XmlElement argument : configuration.childrenAt("arguments")) {
            line.append(plugin.pom().resolve(argument.text()).value()).append(' ');
        }
        return line.toString();
    }

    /** Scripts in Groovy that open an address, run a program and compare no digest. */
    static List<XmlElement> ofScripts(List<XmlElement> configurations) {
        List<XmlElement> found = new ArrayList<>();
        Deque<XmlElement> open = new ArrayDeque<>(configurations);
        while (!open.isEmpty()) {
            XmlElement element = open.remove();
            open.addAll(element.children());
            String text = element.text();
            if ((element.name().equals("script") || element.name().equals("source"))
                    && REMOTE.matcher(text).find()
                    && OPENED.matcher(text).find()
                    && EXECUTED.matcher(text).find()
                    && !DIGESTED.matcher(text).find()) {
                found.add(element);
            }
        }
        return found;
    }
}
