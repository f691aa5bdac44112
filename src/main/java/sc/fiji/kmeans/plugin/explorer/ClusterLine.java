package sc.fiji.kmeans.plugin.explorer;

/** What the panel tells of a cluster; immutable. */
final class ClusterLine {

	/** The first number of its group. */
	final int first;
	/** Its number when numbers have closed up. */
	final int label;
	/** Its numbers before merging. */
	final String members;
	/** 0xRRGGBB. */
	final int colour;
	final double percent;
	final String name;
	final boolean isHidden;
	final boolean isSelected;

	ClusterLine(final ExplorerState state, final int first, final int colour, final double percent) {
		this.first = first;
		this.colour = colour;
		this.percent = percent;
		label = state.groups().label(first);
		members = state.groups().members(first);
		name = state.name(first);
		isHidden = state.isHidden(first);
		isSelected = state.isSelected(first);
	}
}
