namespace BuyingGroups.Portal.Shell.Components;

/// <summary>How one role of a group is filled, for <see cref="RoleStrip"/>.</summary>
/// <param name="Code">The short name: DM.</param>
/// <param name="Name">The name: Decision Maker.</param>
/// <param name="Assigned">Members that have it.</param>
/// <param name="Needed">Members required, at least 1.</param>
/// <param name="Required">True when it counts for completeness.</param>
public sealed record RoleFill(string Code, string Name, int Assigned, int Needed, bool Required)
{
    /// <summary>How it looks: "" filled, part, miss, opt.</summary>
    public string Look => Assigned >= Needed || (!Required && Assigned > 0) ? "" : Assigned > 0 ? "part" : Required ? "miss" : "opt";

    /// <summary>What stands in the frame.</summary>
    public string Label => Look == "part" ? $"{Code} {Assigned}/{Needed}" : Code;
}
