namespace BuyingGroups.Domain.People;

/// <summary>How a person is named on screen.</summary>
public static class PersonName
{
    /// <summary>First and last name, or <paramref name="email"/> where both are missing.</summary>
    public static string Display(string? firstName, string? lastName, string email)
    {
        var name = $"{firstName} {lastName}".Trim();
        return name.Length > 0 ? name : email;
    }
}
