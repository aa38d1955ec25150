namespace BuyingGroups.Data.Activities;

/// <summary>The SQL of <see cref="ActivityWriter"/>: how a provider tells which activities a set statement just made.</summary>
public abstract class ActivityStatements
{
    /// <summary>What to select the column id of the new activities from.</summary>
    public virtual string New => "activity_new";

    /// <summary>Makes <see cref="New"/> ready, empty.</summary>
    public abstract IReadOnlyList<string> Prepare();

    /// <summary>Inserts activities and notes their ids.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="select">Their values, a SELECT.</param>
    public abstract string Insert(string columns, string select);

    /// <summary>Gives every new activity one attribute; {0} is its value, {1} the same normalized.</summary>
    /// <param name="name">A normalized name without quotes in it.</param>
    public string Attribute(string name) => $$"""
        INSERT INTO activity_attributes (activity_id, name, value, normalized_value)
        SELECT n.id, '{{name.Replace("'", "''", StringComparison.Ordinal)}}', {0}, {1} FROM {{New}} n
        """;
}
