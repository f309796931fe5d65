print("cosell")
