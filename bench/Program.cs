Console.WriteLine("usage: bench WORK");
