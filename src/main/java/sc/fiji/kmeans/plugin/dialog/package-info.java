/**
 * Knows dialogs and macros: a {@link sc.fiji.kmeans.plugin.dialog.Form} tells which settings
 * there are and what they become, {@link sc.fiji.kmeans.plugin.dialog.SettingsDialog} asks for
 * them, or reads them from a macro and records them.
 */
package sc.fiji.kmeans.plugin.dialog;
