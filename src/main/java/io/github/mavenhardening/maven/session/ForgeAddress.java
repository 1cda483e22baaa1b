package io.github.mavenhardening.maven.session;

import java.net.URI;

/**
 * Where a forge is asked.
 *
 * @param kind which forge it is
 * @param base the address that paths of its interface are appended to
 */
public record ForgeAddress(ForgeKind kind, URI base) {}
