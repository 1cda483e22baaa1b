package org.example.app;

public final class App {}
