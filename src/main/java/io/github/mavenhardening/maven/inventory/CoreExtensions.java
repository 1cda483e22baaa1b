package io.github.mavenhardening.maven.inventory;

import io.github.mavenhardening.core.launch.ExtensionsFile;
import io.github.mavenhardening.core.launch.ExtensionsFile.CoreExtension;
import io.github.mavenhardening.core.launch.MavenFolder;
import io.github.mavenhardening.core.source.FileTree;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import io.github.mavenhardening.maven.session.MavenFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.classworlds.realm.ClassRealm;

/**
 * The core extensions of a session, which Maven loads before it reads any POM: those that {@code .mvn/extensions.xml} of its
 * folders declares, and those that it has in fact loaded, which counts where the two differ. What comes from the user's home or
 * from Maven's own folder (from Maven 3.10 on) belongs to the machine, as Maven itself does, and is not locked.
 *
 * @param declared what is to be verified, each extension once, as plugins
 * @param ofTheMachine {@code groupId:artifactId:version} of those that the machine brings
 * @param unreadable files that Maven reads and we cannot, with the reason
 */
record CoreExtensions(List<Plugin> declared, List<String> ofTheMachine, Map<String, String> unreadable) {

    /** What Maven calls the realm of a core extension, before its coordinates; the version may still be an expression. */
    private static final String REALM = "coreExtension>";

    private static final int MAX_STEPS = 16;

    CoreExtensions {
        declared = List.copyOf(declared);
        ofTheMachine = List.copyOf(ofTheMachine);
        unreadable = Map.copyOf(unreadable);
    }

    /**
     * Those of a session.
     *
     * @param root the root of the checked repository
     */
    static CoreExtensions of(MavenSession session, Path root) {
        Map<String, String> unreadable = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        for (MavenFolder folder : MavenFolders.of(session, root)) {
            if (folder.has(MavenFolder.EXTENSIONS)) {
                try {
                    add(ExtensionsFile.read(folder.read(MavenFolder.EXTENSIONS)), session, used);
                } catch (UnreadableFileException e) {
                    unreadable.put(folder.pathOf(MavenFolder.EXTENSIONS), e.reason());
                }
            }
        }
        Set<String> machines = new TreeSet<>();
        Set<String> loaded = loaded(session);
        loaded.removeAll(used);
        if (!loaded.isEmpty()) {
            Set<String> brought = broughtByTheMachine(session, root);
            for (String extension : loaded) {
                (brought.contains(extension) ? machines : used).add(extension);
            }
        }
        return new CoreExtensions(asPlugins(used), List.copyOf(machines), unreadable);
    }

    private static void add(List<CoreExtension> extensions, MavenSession session, Set<String> gavs) {
        for (CoreExtension extension : extensions) {
            gavs.add(interpolated(
                    extension.groupId() + ':' + extension.artifactId() + ':' + extension.version(), session));
        }
    }

    private static List<Plugin> asPlugins(Set<String> gavs) {
        List<Plugin> plugins = new ArrayList<>();
        for (String gav : gavs) {
            String[] parts = gav.split(":", 3);
            Plugin plugin = new Plugin();
            plugin.setGroupId(parts[0]);
            plugin.setArtifactId(parts[1]);
            plugin.setVersion(parts[2]);
            plugins.add(plugin);
        }
        return plugins;
    }

    /** By Maven's own class realms, which no other reading of a file can hide. */
    private static Set<String> loaded(MavenSession session) {
        Set<String> loaded = new TreeSet<>();
        if (session.getClass().getClassLoader() instanceof ClassRealm core) {
            for (ClassRealm realm : core.getWorld().getRealms()) {
                String id = realm.getId();
                if (id.startsWith(REALM) && id.split(":", 3).length == 3) {
                    loaded.add(interpolated(id.substring(REALM.length()), session));
                }
            }
        }
        return loaded;
    }

    /**
     * What the user's home and Maven's own folder declare; nothing where one of the two cannot be read: then what Maven loaded
     * counts as the build's own, and wants a lock. A home inside the checkout does not belong to the machine.
     */
    private static Set<String> broughtByTheMachine(MavenSession session, Path root) {
        Set<String> brought = new TreeSet<>();
        Properties system = session.getSystemProperties();
        for (String home :
                List.of(system.getProperty("user.home", "") + "/.m2", system.getProperty("maven.home", "") + "/conf")) {
            Path folder = Path.of(home).toAbsolutePath().normalize();
            try {
                if (Files.isRegularFile(folder.resolve(MavenFolder.EXTENSIONS))
                        && !folder.toRealPath().startsWith(root.toRealPath())) {
                    add(ExtensionsFile.read(text(folder)), session, brought);
                }
            } catch (IOException | UnreadableFileException e) {
                // Silent: then none counts as the machine's, and each is to be locked.
                return Set.of();
            }
        }
        return brought;
    }

    private static SourceFile text(Path folder) throws IOException, UnreadableFileException {
        // Silent: of a file that is cut the XML does not end, which is refused by an exception.
        try (InputStream in = Files.newInputStream(folder.resolve(MavenFolder.EXTENSIONS))) {
            return SourceFile.decode(MavenFolder.EXTENSIONS, in.readNBytes(FileTree.FILE_LIMIT));
        }
    }

    /** Maven 3.9 and newer put the session's properties into what is declared. */
    private static String interpolated(String text, MavenSession session) {
        // Silent: what is left of an expression makes coordinates that nothing has, and that is reported.
        String value = text;
        for (int step = 0; step < MAX_STEPS; step++) {
            int start = value.indexOf("${");
            int end = start < 0 ? -1 : value.indexOf('}', start);
            Optional<String> found = end < 0 ? Optional.empty() : property(value.substring(start + 2, end), session);
            if (found.isEmpty()) {
                return value;
            }
            value = value.substring(0, start) + found.get() + value.substring(end + 1);
        }
        return value;
    }

    private static Optional<String> property(String name, MavenSession session) {
        String user = session.getUserProperties().getProperty(name);
        return Optional.ofNullable(user == null ? session.getSystemProperties().getProperty(name) : user);
    }
}
