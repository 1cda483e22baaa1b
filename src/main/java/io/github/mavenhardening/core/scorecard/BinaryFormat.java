package io.github.mavenhardening.core.scorecard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The formats that Scorecard takes for compiled files: one whose first bytes are those of such a format, or one whose
 * extension is that of such a format and whose content is not text. An archive of another name, be it a jar, is none.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/binary_artifact.go">Scorecard: checkBinaryFileContent</a>
 * @see <a href="https://github.com/h2non/filetype">filetype, whose magic numbers it uses</a>
 */
final class BinaryFormat {

    /** How many bytes of a file tell its format. */
    static final int HEAD = 512;

    /** Compared as they are: in lower case. */
    private static final Set<String> EXTENSIONS = Set.of(
            "crx", "deb", "dex", "dey", "elf", "o", "a", "so", "macho", "iso", "class", "jar", "bundle", "dylib", "lib",
            "msi", "dll", "drv", "efi", "exe", "ocx", "pyc", "pyo", "par", "rpm", "wasm", "whl");

    private static final int ELF_HEADER = 52;
    private static final int RPM_LEAD = 96;
    private static final int DEX_HEADER_SIZE_AT = 36;
    private static final int DEX_HEADER_SIZE = 0x70;
    private static final int DEY_DEX_AT = 40;
    private static final int DEY_DEX_END = 100;

    private BinaryFormat() {}

    /** Whether the extension is one of a compiled file. */
    static boolean isNamed(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') && EXTENSIONS.contains(path.substring(dot + 1));
    }

    /** Whether the first bytes are those of a compiled file. */
    static boolean isMagic(byte[] head) {
        if (head.length > 1 && head[0] == 'M' && head[1] == 'Z') {
            return true;
        }
        if (head.length < 4) {
            return false;
        }
        return switch (int32(head, 0)) {
            case 0x7F454C46 -> head.length > ELF_HEADER;
            case 0xEDABEEDB -> head.length > RPM_LEAD;
            case 0x0061736D -> head.length >= 8 && int32(head, 4) == 0x01000000;
            case 0x6465780A -> isDex(head, 0);
            case 0x6465790A -> head.length > DEY_DEX_END && isDex(head, DEY_DEX_AT);
            case 0x213C6172 -> isDebian(head);
            case 0x43723234 -> true;
            // Mach-O in either byte order, of one architecture or several; Java's classes begin like the latter.
            case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE, 0xCAFEBABE, 0xBEBAFECA -> true;
            default -> false;
        };
    }

    private static boolean isDex(byte[] head, int at) {
        return head.length > at + DEX_HEADER_SIZE_AT
                && int32(head, at) == 0x6465780A
                && head[at + DEX_HEADER_SIZE_AT] == DEX_HEADER_SIZE;
    }

    private static boolean isDebian(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("!<arch>\ndebian-binary");
    }

    private static int int32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    /** Whether all of it can be printed; what is not UTF-8 stands as U+FFFD, which can. */
    static boolean isText(String content) {
        return content.codePoints().allMatch(BinaryFormat::isPrintable);
    }

    private static boolean isPrintable(int rune) {
        if (rune == '\t' || rune == '\n' || rune == '\r' || rune == ' ') {
            return true;
        }
        return switch (Character.getType(rune)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
