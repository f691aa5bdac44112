/**
 * Knows what can be set: the table of settings, each with its key, what it is for,
 * its default, what it takes, and how its text is read and written.
 * <p>
 * {@link sc.fiji.kmeans.settings.SettingTable} has a row for each
 * {@link sc.fiji.kmeans.settings.Setting}. Dialog, macro, recorder, Help, command line
 * and the line of options in the file of clusters are made of the rows, and so is the
 * table in the reference, which a test compares. {@link sc.fiji.kmeans.settings.Settings}
 * are the values that some rows have together.
 */
package sc.fiji.kmeans.settings;
