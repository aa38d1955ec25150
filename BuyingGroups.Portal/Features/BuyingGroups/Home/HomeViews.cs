using BuyingGroups.Portal.Shell.Lists;

namespace BuyingGroups.Portal.Features.Groups.Home;

/// <summary>Views of the browse page that the home page shows the first rows of.</summary>
public static class HomeViews
{
    /// <summary>All groups, or those of the user's own accounts.</summary>
    public static ListState Of(bool mine) => mine ? new ListState().WithFilter("owner", "mine") : new ListState();
}
